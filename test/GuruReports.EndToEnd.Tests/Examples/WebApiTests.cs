using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Examples;

/// <summary>The web example: what is on its way when the signal comes is in the report, whichever way it came in.</summary>
public sealed partial class WebApiTests : IDisposable
{
    private readonly HttpClient _client = new();

    [Fact]
    public async Task Signal_RequestsOfEachKindUnderWay_ReportNamesTheirMethods()
    {
        using var service = Start();
        var (grpc, web) = Addresses(service);

        var controller = _client.GetAsync(new Uri(web + "/articles/count?seconds=600"));
        using var watch = await Watch(grpc);
        var report = service.SignalAndWait();

        Assert.False(controller.IsCompleted);
        Assert.Contains("async WebApi.Warehouse.CountAsync", report, StringComparison.Ordinal);
        Assert.Contains("async WebApi.StockService.Watch", report, StringComparison.Ordinal);
        Assert.Contains("gouda", report, StringComparison.Ordinal);
        Assert.Equal("Healthy", await _client.GetStringAsync(new Uri(web + "/health")));
    }

    [Fact]
    public void RequestAge_RequestsThatDoNotEnd_ReportComesByItselfAndKnowsThem()
    {
        using var service = Start("--GuruMeditation:Watchdog:Rules:RequestAge:Limit=2");
        var (_, web) = Addresses(service);

        var turn = 0;
        Until.True(IsAnswered, Limits.Report, service.Describe);

        var report = service.WaitForReport();
        Assert.Matches(@"time without a request's end at [\d.]+ s \(GuruMeditation:Watchdog:Rules:RequestAge\)", report);
        Assert.Matches(@"\n +requests begun +\d", report);

        // They are counted from some time after the start on: one of these is the first.
        bool IsAnswered()
        {
            if (turn++ % 25 == 0)
            {
                _ = _client.GetAsync(new Uri(web + "/slow?seconds=600"));
            }

            return service.Error.Count(IsByRule) > 0;
        }
    }

    public void Dispose() => _client.Dispose();

    private static bool IsByRule(string line) => ReportLines.IsStart(line) && line.Contains("Watchdog:Rules:RequestAge", StringComparison.Ordinal);

    private static ChildService Start(params string[] arguments) => ChildService.StartProgram(
        Programs.Find("examples", "WebApi"), ["--Kestrel:Endpoints:Web:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", .. arguments]);

    // Configuration sorts the endpoints by name.
    private static (string Grpc, string Web) Addresses(ChildService service)
    {
        var addresses = (NextAddress(service), NextAddress(service));
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);
        return addresses;
    }

    // A call of gRPC is a POST over HTTP/2 with framed messages: five bytes, then the article, field 1.
    private Task<HttpResponseMessage> Watch(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address + "/stock.Stock/Watch")
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, 7, 10, 5, .. "gouda"u8]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string NextAddress(ChildService service)
    {
        var line = service.Output.WaitFor(text => Address().IsMatch(text), Limits.Start, service);
        return Address().Match(service.Output.Between(line, line)).Groups[1].Value;
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Address();
}
