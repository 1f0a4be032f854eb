import { apiOf } from '#lib/api/app.ts'
import { knowsOf } from '#store/access/target.ts'
import { nouns } from './nouns.ts'

const api = apiOf(nouns, knowsOf)

const handle = (request: Request): Response | Promise<Response> => api.fetch(request)

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
