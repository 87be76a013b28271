# The relay with its web inbox, and the TLS front that goes with it. docs/install.md says how they are used.
#   docker build --target relay -t mayfly .
#   docker build --target front -t mayfly-front .

FROM node:24-bookworm-slim AS build
WORKDIR /build
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY relay/package.json relay/
COPY shared/package.json shared/
RUN npx -y pnpm@12.21.0 install --frozen-lockfile --filter @mayfly/relay...
COPY . .
RUN cd relay/web && ../node_modules/.bin/vite build && cd .. && node_modules/.bin/vite build
# All that the image has: Node with the libraries that it loads, the relay, and folders that belong to its user. Every
# time is the same, so that the same sources make the same layer.
RUN mkdir -p /image/app/web /image/etc /image/data /image/certificates /image/tmp /image/usr/local/bin \
  && ldd /usr/local/bin/node | grep -o '/[^ ]*' | xargs -I{} cp -L --parents {} /image \
  && cp /usr/local/bin/node /image/usr/local/bin/ \
  && cp -r relay/dist relay/package.json LICENSE /image/app/ \
  && cp -r relay/web/dist /image/app/web/ \
  && chmod 755 /image/app/dist/mayfly.js \
  && ln -s /app/dist/mayfly.js /image/usr/local/bin/mayfly \
  && echo 'mayfly:x:10001:10001::/data:/sbin/nologin' >/image/etc/passwd \
  && echo 'mayfly:x:10001:' >/image/etc/group \
  && echo 'hosts: files dns' >/image/etc/nsswitch.conf \
  && chown 10001:10001 /image/data /image/certificates \
  && chmod 700 /image/data /image/certificates \
  && chmod 1777 /image/tmp \
  && find /image -exec touch -h -d @0 {} +

FROM scratch AS relay
COPY --from=build /image /
ENV PATH=/usr/local/bin \
    NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    MAYFLY_STORE=sqlite:/data/mayfly.db \
    MAYFLY_SMTP_HOST=0.0.0.0 \
    MAYFLY_HTTP_HOST=0.0.0.0
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 2525 3000
# Whether it lives, which is what decides on a restart; `mayfly health --ready` tells whether it can take mail.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["mayfly", "health"]
ENTRYPOINT ["mayfly"]

# Under the relay's user, which reads the certificates that the front gets.
FROM caddy:2 AS front
COPY Caddyfile /etc/caddy/Caddyfile
COPY --from=build --chown=10001:10001 /image/certificates /certificates
ENV XDG_DATA_HOME=/tmp \
    XDG_CONFIG_HOME=/tmp
USER 10001:10001
EXPOSE 8080 8443
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]

# What is built where nothing else is asked for.
FROM relay
