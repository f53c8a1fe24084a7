import type { Platform } from "./platform"

/** Platforms of the rest of the world: the account where the address names it, else the work. */
export const socialWorld = [
  {
    id: "youtube",
    unit: "account",
    hosts: ["*.youtube.com"],
    ids: [/\/(channel\/[\w-]+)/, /\/(@[^/?#]+)/, /\/((?:c|user)\/[^/?#]+)/],
    keepsCase: true,
    examples: {
      "https://www.youtube.com/@Films88/videos": "@Films88",
      "https://m.youtube.com/channel/UCaBc": "channel/UCaBc",
    },
  },
  {
    id: "youtube-video",
    unit: "work",
    hosts: ["*.youtube.com", "youtu.be", "*.youtube-nocookie.com"],
    ids: [
      /[?&]v=([\w-]{11})/,
      /\/(?:shorts|live|embed|v)\/([\w-]{11})/,
      /^youtu\.be\/([\w-]{11})/,
      /[?&](list=[\w-]+)/,
    ],
    keepsCase: true,
    examples: {
      "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=1s": "dQw4w9WgXcQ",
      "https://youtu.be/dQw4w9WgXcQ?si=x": "dQw4w9WgXcQ",
      "https://www.youtube.com/shorts/dQw4w9WgXcQ": "dQw4w9WgXcQ",
    },
  },
  {
    id: "x",
    unit: "account",
    hosts: ["*.x.com", "*.twitter.com"],
    ids: [
      /\/i\/(?:web\/)?status\/(\d+)/,
      /\.com\/(?!i\/|search|hashtag|home|explore|intent|share)(\w{1,30})/,
    ],
    examples: {
      "https://x.com/Films88/status/1700": "films88",
      "https://mobile.twitter.com/films88": "films88",
    },
  },
  {
    id: "facebook",
    unit: "account",
    hosts: ["*.facebook.com", "*.fb.com", "fb.watch"],
    ids: [
      /\/(groups\/[\w.]+)/,
      /[?&](?:v|story_fbid)=(\w+)/,
      /\/(?:reel|videos|share\/[vrp])\/(?:[^/?#]+\/)?(\w+)/,
      /profile\.php\?.*?\bid=(\d+)/,
      /^fb\.watch\/(\w+)/,
      /\.com\/(?!watch|photo|permalink|story|login|sharer|search|marketplace|events|l\.php)([\w.]{3,})/,
    ],
    examples: {
      "https://www.facebook.com/films.eightyeight": "films.eightyeight",
      "https://m.facebook.com/groups/4400/posts/1": "groups/4400",
      "https://www.facebook.com/profile.php?id=10001": "10001",
      "https://www.facebook.com/watch/?v=77001": "77001",
    },
  },
  {
    id: "instagram",
    unit: "account",
    hosts: ["*.instagram.com"],
    ids: [
      /\/((?:p|reels?|tv)\/[\w-]+)/,
      /\.com\/(?!explore|accounts|direct|stories)([\w.]+)/,
      /\/stories\/([\w.]+)/,
    ],
    keepsCase: true,
    examples: {
      "https://www.instagram.com/films88/": "films88",
      "https://www.instagram.com/p/CaBc-1/?igsh=x": "p/CaBc-1",
    },
  },
  {
    id: "threads",
    unit: "account",
    hosts: ["*.threads.net", "*.threads.com"],
    ids: [/\/(@[\w.]+)/],
    examples: { "https://www.threads.net/@films88/post/C1": "@films88" },
  },
  {
    id: "tiktok",
    unit: "account",
    hosts: ["*.tiktok.com"],
    ids: [/\/(@[\w.]+)/, /^(?:vm|vt)\.tiktok\.com\/(\w+)/, /\/t\/(\w+)/, /\/v\/(\d+)/],
    keepsCase: true,
    examples: {
      "https://www.tiktok.com/@films88/video/7300": "@films88",
      "https://vm.tiktok.com/ZMaBc1/": "ZMaBc1",
    },
  },
  {
    id: "telegram",
    unit: "account",
    hosts: ["t.me", "telegram.me", "telegram.dog"],
    ids: [
      /^[^/]+\/(?:s\/)?(\+[\w-]+)/,
      /\/joinchat\/([\w-]+)/,
      /\/(c\/\d+)/,
      /^[^/]+\/(?:s\/)?(?!share|proxy|addstickers|joinchat)(\w{4,})/,
    ],
    keepsCase: true,
    examples: {
      "https://t.me/freefilms/120": "freefilms",
      "https://t.me/s/freefilms": "freefilms",
      "https://t.me/+AbC-12": "+AbC-12",
    },
  },
  {
    id: "discord",
    unit: "group",
    hosts: ["discord.gg", "*.discord.com", "*.discordapp.com"],
    ids: [/^discord\.gg\/([\w-]+)/, /\/invite\/([\w-]+)/, /\/channels\/(\d+)/, /\/attachments\/(\d+\/\d+)/],
    keepsCase: true,
    examples: { "https://discord.gg/AbC12": "AbC12", "https://discord.com/invite/AbC12": "AbC12" },
  },
  {
    id: "whatsapp",
    unit: "group",
    hosts: ["chat.whatsapp.com", "wa.me", "*.whatsapp.com"],
    ids: [/^chat\.whatsapp\.com\/(?:invite\/)?(\w+)/, /\/channel\/(\w+)/, /^wa\.me\/(\d+)/],
    keepsCase: true,
    examples: { "https://chat.whatsapp.com/AbC12dEf": "AbC12dEf" },
  },
  {
    id: "reddit",
    unit: "group",
    hosts: ["*.reddit.com"],
    ids: [/\/(r\/\w+)/, /\/((?:user|u)\/[\w-]+)/],
    examples: { "https://old.reddit.com/r/FreeFilms/comments/1": "r/freefilms" },
  },
  {
    id: "vk",
    unit: "account",
    hosts: ["*.vk.com", "*.vk.ru", "*.vkvideo.ru"],
    ids: [/((?:video|wall|album|audios?|doc)-?\d+(?:_\d+)?)/, /\.(?:com|ru)\/(?:@)?([\w.]{3,})/],
    examples: { "https://vk.com/films88": "films88", "https://vk.com/video-100_200": "video-100_200" },
  },
  {
    id: "ok",
    unit: "work",
    hosts: ["*.ok.ru"],
    ids: [/\/((?:video|group|profile|live)\/\d+)/],
    examples: { "https://ok.ru/video/3300": "video/3300" },
  },
] as const satisfies readonly Platform[]
