using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.MainJob;

/// <summary>Twenty planted secrets appear nowhere; harmless look-alikes do.</summary>
public sealed class CanaryTests
{
    // Some secrets are planted encoded, so the text to look for is not the word "canary".
    private static readonly string[] s_secrets =
    [
        "canary-", "Y2FuYXJ5LXN0b3JhZ2", "Y2FuYXJ5LXBlbS0wOA", "eyJzdWIiOiJjYW5hcnktMTAifQ", "c2lnbmF0dXJlLWNhbmFyeS0xMA",
    ];

    private static readonly string[] s_harmless =
    [
        "harmless-keyboard-layout", "harmless_order_id", "00:05:00", "harmless-policy", "harmless-author", "harmless-monkey",
        "harmless-partition", "harmless-north", "harmless-passenger", "harmless-secretary", "harmless-wordpiece", "harmless-db8",
        "harmless-bird", "harmless-bypass", "harmless-upstream.example:8443/path?page=3", "harmless-ctrl-f5", "4096", "harmless-talk",
        "harmless-environment", "harmless-argument",
    ];

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    [InlineData("Xml")]
    [InlineData("Html")]
    public void Report_SecretsPlantedEverywhere_NoneAppearsAndLookAlikesDo(string format)
    {
        using var directory = new ReportDirectory();
        var environment = Settings.Of(("Destination", "StandardError, Logger, File"), ("Directory", directory.Path), ("Format", format));
        environment["PGPASSWORD"] = "canary-environment-16";
        environment["AWS_SECRET_ACCESS_KEY"] = "canary-environment-17";
        environment["PROXY_URL"] = "http://proxy:canary-environment-18@proxy.example:3128";
        environment["KEYBOARD"] = "harmless-environment";
        using var service = ChildService.Start(
            "secrets", environment, "--password=canary-argument-19", "--token", "canary-argument-20", "--layout=harmless-argument").WaitUntilReady();

        service.SignalAndWait();
        service.Ping();

        var file = File.ReadAllText(Assert.Single(directory.Files));
        var everything = file + service.Describe();
        Assert.All(s_secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
        Assert.All(s_harmless, harmless => Assert.Contains(harmless, file, StringComparison.Ordinal));
        Assert.Contains("***", file, StringComparison.Ordinal);
    }
}
