"use client"

export const Print = ({ label }: { label: string }) => (
  <button type="button" className="plain keys" onClick={() => window.print()}>
    {label}
  </button>
)
