import { consolePage } from "@/app/admin/_gate/console-page"
import { DomainError } from "@/lib/kernel/errors"

const UnknownPage = consolePage(() => Promise.reject(new DomainError("not-found")))
export default UnknownPage
