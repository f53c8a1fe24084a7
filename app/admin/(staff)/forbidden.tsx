import { NoPage } from "@/app/admin/_ui/no-page"

const Forbidden = () => <NoPage why="forbidden" />
export default Forbidden
