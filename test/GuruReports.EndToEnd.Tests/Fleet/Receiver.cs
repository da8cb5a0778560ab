using System.Text.Json;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Fleet;

/// <summary>A real receiver of OpenTelemetry: the dashboard of Aspire, which takes records by gRPC and HTTP and answers queries.</summary>
public sealed partial class Receiver : IDisposable
{
    private readonly ChildService _dashboard;
    private readonly HttpClient _client = new();

    public Receiver()
    {
        _dashboard = ChildService.StartProgram(Program, [], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://127.0.0.1:0",
            ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = "http://127.0.0.1:0",
            ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
            ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
        });
        Page = AddressAfter("Now listening on");
        Grpc = AddressAfter("OTLP/gRPC listening on");
        Http = AddressAfter("OTLP/HTTP listening on");
    }

    public static string Program { get; } = Path.Combine(MachinePackages.Folder, "aspire.dashboard.sdk.linux-x64", "13.6.5", "tools", "Aspire.Dashboard");

    public string Grpc { get; }

    public string Http { get; }

    private string Page { get; }

    /// <summary>Returns the records of a category of a service.</summary>
    public IReadOnlyList<JsonElement> Records(string service, string category)
    {
        using var answer = JsonDocument.Parse(_client.GetStringAsync(new Uri($"{Page}/api/telemetry/logs?limit=1000")).GetAwaiter().GetResult());
        return
        [
            .. answer.RootElement.GetProperty("data").GetProperty("resourceLogs").EnumerateArray()
                .Where(resource => resource.GetProperty("resource").GetRawText().Contains($"\"{service}\"", StringComparison.Ordinal))
                .SelectMany(resource => resource.GetProperty("scopeLogs").EnumerateArray())
                .Where(scope => scope.GetProperty("scope").GetProperty("name").GetString() == category)
                .SelectMany(scope => scope.GetProperty("logRecords").EnumerateArray())
                .Select(record => record.Clone()),
        ];
    }

    public void Dispose()
    {
        _client.Dispose();
        _dashboard.Dispose();
    }

    private string AddressAfter(string words)
    {
        var line = _dashboard.Output.WaitFor(text => text.Contains(words, StringComparison.Ordinal), Limits.Start, _dashboard);
        return Address().Match(_dashboard.Output.Between(line, line)).Value;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
