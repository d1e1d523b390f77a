import Testing

/// What hadolint, docker-compose and the like say of the files, as files; nothing is started.
@Suite struct CheckerTests {
    private static let yaml =
        "{extends: default, rules: {line-length: {max: 150}, document-start: disable, comments: {min-spaces-from-content: 1}}}"

    @Test(
        "Each file is what its reader takes",
        arguments: [
            ("docker", "hadolint Dockerfile"),
            ("docker", "check-jsonschema --builtin-schema vendor.compose-spec compose.yaml"),
            ("docker", "docker-compose --file compose.yaml config --quiet"),
            ("docker/prometheus", "promtool check config --lint=all --lint-fatal prometheus.yml"),
            ("docker/prometheus", "promtool check rules --lint=all --lint-fatal rules.yml alerts.yml"),
            ("docker/prometheus", "promtool test rules alerts_test.yml disk_test.yml"),
            ("docker/alertmanager", "amtool check-config alertmanager.yml"),
            ("docker", "yamllint --strict --config-data '\(yaml)' ."),
            (".", "shellcheck --external-sources --severity=warning .ci/run bin/bench bin/demo bin/servers bin/test docker/*.sh"),
        ])
    func taken(folder: String, command: String) async throws { try await Files.check(command, in: folder) }

    @Test("The dashboards are what their generator writes")
    func generated() async throws {
        try await Files.check(
            """
            folder=$(mktemp -d) && trap 'rm -r "$folder"' EXIT && \
            PYTHONDONTWRITEBYTECODE=1 python3 docker/grafana/generate.py "$folder" && diff -r "$folder" docker/grafana/dashboards
            """)
    }
}
