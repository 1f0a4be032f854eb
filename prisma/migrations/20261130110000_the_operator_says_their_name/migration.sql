-- Nobody is called by a word that they did not say: whoever runs the instance is asked for their name at the next sign-in.
UPDATE "Person" SET name = '' WHERE email = 'admin@instance.invalid' AND name = 'Instance admin';
