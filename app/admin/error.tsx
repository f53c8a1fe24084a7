"use client"
import { Fault } from "@/app/admin/_ui/fault"

export default Fault
