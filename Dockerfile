# An image that holds alyxlint and nothing else: docker run --rm -v "$PWD:/work" alyxlint
FROM debian:12 AS build
COPY . /source
WORKDIR /source
RUN ./dev build release && cmake --install build/release --prefix /out --strip

FROM scratch
COPY --from=build /out/bin/ /bin/
WORKDIR /work
ENTRYPOINT ["/bin/alyxlint"]
