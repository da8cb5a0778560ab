using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class ReportRequestsTests
{
    private readonly ReportRequests _requests = new();

    [Fact]
    public void Take_SeveralRequests_OneBatchWithAnExactCount()
    {
        for (var i = 0; i < 1000; i++)
        {
            _requests.Add("SIGUSR1");
        }

        _requests.Add("request file");
        var batch = _requests.Take(() => TimeSpan.Zero);

        Assert.Equal(1001, batch.Count);
        Assert.Equal("SIGUSR1 (1000 times), request file", batch.Reason);
        Assert.False(_requests.Idle.IsOpen);
        _requests.Done();
        Assert.True(_requests.Idle.IsOpen);
    }

    [Fact]
    public void Add_ManyDifferentReasons_Bounded()
    {
        for (var i = 0; i < 1000; i++)
        {
            _requests.Add($"reason {i} {new string('x', 100_000)}", isForeign: true);
        }

        var batch = _requests.Take(() => TimeSpan.Zero);

        Assert.Equal(1000, batch.Count);
        Assert.InRange(batch.Reason.Length, 1, 500_000);
        Assert.EndsWith("980 for other reasons", batch.Reason, StringComparison.Ordinal);
        Assert.True(batch.HasForeignReason);
    }

    [Fact]
    public void Take_FromSeveralThreads_NoRequestIsLost()
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                _requests.Add("SIGUSR1");
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(40_000, _requests.Take(() => TimeSpan.Zero).Count);
    }

    [Fact]
    public void Take_CaptureWaits_ComesBeforeTheInterval()
    {
        _requests.Add("SIGUSR1");
        _requests.Add(new CaptureRequest("code", publish: false, TimeSpan.FromSeconds(1)));

        var batch = _requests.Take(() => TimeSpan.FromDays(1));

        Assert.Equal("code", batch.Reason);
        Assert.NotNull(batch.Capture);
        _requests.Done();
        Assert.True(_requests.Between.IsOpen);
        Assert.False(_requests.Idle.IsOpen);
    }

    [Fact]
    public void Take_BeforeTheInterval_WaitsForIt()
    {
        var asked = 0;

        _requests.Add("SIGUSR1");
        var batch = _requests.Take(() => asked++ < 3 ? TimeSpan.FromMilliseconds(1) : TimeSpan.Zero);

        Assert.Equal(1, batch.Count);
        Assert.Equal(4, asked);
    }
}
