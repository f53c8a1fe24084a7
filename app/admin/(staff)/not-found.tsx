import { NoPage } from "@/app/admin/_ui/no-page"

const NotFound = () => <NoPage why="notFound" />
export default NotFound
