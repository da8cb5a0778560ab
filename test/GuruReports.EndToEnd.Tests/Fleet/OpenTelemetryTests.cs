using System.Text.Json;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Fleet;

/// <summary>Reports of a fleet: each arrives at a collector as one log record by OTLP.</summary>
public sealed class OpenTelemetryTests(Receiver receiver) : IClassFixture<Receiver>
{
    [ReceiverTheory]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public void Signal_LogsGoToACollector_ReportIsOneRecordWithAttributesAndNoTrace(string protocol)
    {
        var name = "fleet-" + protocol.Replace('/', '-');
        using var service = ChildService.StartProgram(Programs.Find("examples", "FleetService"), [], new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = protocol == "grpc" ? receiver.Grpc : receiver.Http,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            ["GuruMeditation__ServiceName"] = name,
        });
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);

        service.Kill(Signals.Usr1);
        var record = Until.Found(
            () => receiver.Records("fleet-member", "GuruMeditation").Where(record => record.GetRawText().Contains($"\"{name}\"", StringComparison.Ordinal)).Cast<JsonElement?>().SingleOrDefault(),
            Limits.Report,
            service.Describe);

        var attributes = record.GetProperty("attributes").EnumerateArray().ToDictionary(
            attribute => attribute.GetProperty("key").GetString()!, attribute => attribute.GetProperty("value").EnumerateObject().First().Value.ToString());
        var body = record.GetProperty("body").GetProperty("stringValue").GetString()!;
        Assert.StartsWith($"Guru Meditation Report {attributes["ReportId"]} of {name} (SIGUSR1), findings: ", body, StringComparison.Ordinal);
        Assert.EndsWith($"end of report {attributes["ReportId"]}\n", body, StringComparison.Ordinal);
        Assert.Equal("SIGUSR1", attributes["Reason"]);
        Assert.Contains(attributes["Severity"], new[] { "None", "Information", "Warning", "Critical" });
        Assert.Equal(attributes["FindingCount"], attributes["FindingIds"].Split(", ", StringSplitOptions.RemoveEmptyEntries).Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.DoesNotContain(attributes.Values, value => value.Contains("====", StringComparison.Ordinal));
        Assert.False(record.TryGetProperty("traceId", out _), "the report is part of no trace");
        Assert.Equal("Warning", record.GetProperty("severityText").GetString());
    }
}
