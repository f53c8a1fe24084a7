"use client"
import { createContext, useContext } from "react"
import { type FormState, untouched } from "@/app/admin/_gate/form-state"

export const FormContext = createContext<{ readonly state: FormState; readonly pending: boolean }>({
  state: untouched,
  pending: false,
})

export const useForm = () => useContext(FormContext)
