namespace GuruReports.EndToEnd.Tests.Libraries;

public sealed class HttpTests
{
    [Fact]
    public void Signal_Http1CallsInKnownStates_PoolsHoldersAndCallsAgree() => ZooReport.AssertTold(
        "http",
        [],
        """
        0 | 1 | no limit | 0 | 0 | HTTP connections to 127.0.0.1:port (HttpClient)
        0 | 5 | no limit | 0 | 0 | HTTP connections to 127.0.0.1:port (HttpClient)
        1 | 0 | no limit | 1 | 0 | HTTP connections to 127.0.0.1:port (HttpClient)
        1 | 0 | no limit | 1 | 0 | HTTP connections to nowhere.invalid:80 (HttpClient)
        5 | 3 | 3 | 0 | 0 | HTTP connections to 127.0.0.1:port (HttpClient)
        held:
        1 | HttpState.HoldAnswerAsync, awaiting Task.Delay
        1 | HttpState.UploadAsync, awaiting a socket
        2 | HttpState.ReadCatalogAsync, awaiting a socket
        2 | nobody: no call in flight has it
        3 | HttpState.AskStockAsync, awaiting a socket
        calls:
        1 | some time | connecting | GET nowhere.invalid/connect | HttpState.ConnectAsync
        1 | some time | sending | PUT 127.0.0.1:port/upload | HttpState.UploadAsync
        1 | unknown | answered, body not read | GET 127.0.0.1:port/held | HttpState.HoldAnswerAsync
        1 | unknown | in the TLS handshake | GET 127.0.0.1:port/vault | HttpState.OpenVaultAsync
        2 | some time | reading the body | GET 127.0.0.1:port/catalog | HttpState.ReadCatalogAsync
        2 | unknown | answered, body not read | GET 127.0.0.1:port/forgotten | no call in flight
        3 | some time | waiting for the headers | GET 127.0.0.1:port/stock/{n} | HttpState.AskStockAsync
        5 | some time | waiting for a connection | GET 127.0.0.1:port/stock/{n} | HttpState.AskStockAsync
        """,
        static report =>
        [
            .. report.Rows("Calls Out", "pools", "waiting", "in use", "most", "opening", "idle", "pool"),
            "held:", .. report.Rows("Calls Out", "holders", "count", "held by"),
            "calls:", .. report.Rows("Calls Out", "calls", "count", "oldest", "state", "call", "from"),
        ]);

    [Fact]
    public void Signal_ACallWithoutATimeLimitHasNoAnswer_TheConnectionTellsForHowLongAtLeast()
    {
        var report = ZooReport.Of("http-patient", [], isReached: static report => Oldest(report)?.StartsWith("at least ", StringComparison.Ordinal) == true);

        Assert.Matches(@"^at least \d+(\.\d+)? (ms|s)$", Oldest(report));

        static string? Oldest(ZooReport report) => report.Rows("Calls Out", "calls", "oldest").SingleOrDefault();
    }

    [Fact]
    public void Signal_Http2CallsBeyondTheStreamsAllowed_StreamsAndWaitingAgree() => ZooReport.AssertTold(
        "http2",
        [],
        """
        3 | 4 | 4 | 0 | streams on the HTTP/2 connection to 127.0.0.1:port (HttpClient)
        3 | waiting for a connection | GET 127.0.0.1:port/quotes/{n} | Http2State.AskQuoteAsync
        4 | waiting for the headers | GET 127.0.0.1:port/quotes/{n} | Http2State.AskQuoteAsync
        """,
        static report =>
        [
            .. report.Rows("Calls Out", "pools", "waiting", "in use", "most", "idle", "pool"),
            .. report.Rows("Calls Out", "calls", "count", "state", "call", "from"),
        ]);

    [Fact]
    public void Signal_SecretsInAddresses_NoFormatShowsThem() => ZooReport.AssertNothingPlanted("http");
}
