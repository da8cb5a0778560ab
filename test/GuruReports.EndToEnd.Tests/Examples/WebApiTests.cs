using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Examples;

/// <summary>The web example: what is on its way when the signal comes is in the report, whichever way it came in.</summary>
public sealed partial class WebApiTests : IDisposable
{
    private readonly HttpClient _client = new();

    [Fact]
    public async Task Signal_RequestsOfEachKindUnderWay_ReportNamesTheirMethods()
    {
        using var service = ChildService.StartProgram(
            Programs.Find("examples", "WebApi"), ["--Kestrel:Endpoints:Web:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0"]);
        // Configuration sorts the endpoints by name.
        var (grpc, web) = (NextAddress(service), NextAddress(service));
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);

        var controller = _client.GetAsync(new Uri(web + "/articles/count?seconds=600"));
        using var watch = await Watch(grpc);
        var report = service.SignalAndWait();

        Assert.False(controller.IsCompleted);
        Assert.Contains("async WebApi.Warehouse.CountAsync", report, StringComparison.Ordinal);
        Assert.Contains("async WebApi.StockService.Watch", report, StringComparison.Ordinal);
        Assert.Contains("gouda", report, StringComparison.Ordinal);
    }

    public void Dispose() => _client.Dispose();

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
