# Node runs the TypeScript as it is: nothing is built, and nothing but what production needs is installed.
FROM node:26-slim

WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080

# First what changes seldom. The optional packages are the embedded PostgreSQL: here DATABASE_URL names a real one.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

# Also what people read at /docs.
COPY README.md CHANGELOG.md ./
COPY docs/*.md ./docs/
COPY migrations ./migrations
COPY src ./src

USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]

# Not through npm, which would stand between us and the signal to stop.
CMD ["node", "src/main.ts"]
