/** Known as good from the start, beside what administrators add. */
export const wellKnown: readonly string[] = [
  // Who governs, teaches, or keeps what others have written.
  ...["gov.cn", "edu.cn", "ac.cn", "mil.cn", "gov.hk", "gov.mo"],
  ...["wikipedia.org", "wikimedia.org", "archive.org", "w3.org", "ietf.org"],
  // What other sites load, and would fail without.
  ...["github.com", "githubusercontent.com", "npmjs.com", "npmjs.org", "python.org", "docker.com"],
  ...["jsdelivr.net", "unpkg.com", "cdnjs.com", "bootcdn.net", "bootcss.com", "staticfile.org"],
  ...["googleapis.com", "gstatic.com", "jquery.com", "fontawesome.com", "gravatar.com"],
  ...["cloudflare.com", "cloudflare.net", "akamai.net", "akamaiedge.net", "fastly.net", "azureedge.net"],
  // Payment and public services.
  ...["alipay.com", "95516.com", "unionpay.com", "12306.cn", "xinhuanet.com", "people.com.cn", "cctv.com"],
]
