using GuruReports.Hosting.Exceptions;

namespace GuruReports.Hosting.Tests.Sections;

public class FirstChanceRecorderTests
{
    [Fact]
    public void Record_ManyOfOneType_CountsThemWithPlaceAndMessage()
    {
        var recorder = new FirstChanceRecorder();
        recorder.Arm();

        for (var number = 0; number < 100; number++)
        {
            Throw(new TimeZoneNotFoundException("zone 42"));
        }

        var facts = recorder.Read("t-1")!;
        var type = facts.Types.Single(entry => entry.Type == "System.TimeZoneNotFoundException");
        Assert.Equal((100L, 100L, "zone 42"), (type.Count, type.Recent, type.Message));
        Assert.StartsWith("GuruReports.Hosting.", type.ThrowSites[0].Name);
        Assert.True(facts.Total >= 100 && facts.LastMinute >= 100);
    }

    [Fact]
    public void Read_NextReport_TellsWhatCameSince()
    {
        var recorder = new FirstChanceRecorder();
        recorder.Arm();
        Throw(new InvalidTimeZoneException());
        _ = recorder.Read("t-1");
        Throw(new InvalidTimeZoneException());

        var second = recorder.Read("t-2")!.Types.Single(entry => entry.Type == "System.InvalidTimeZoneException");
        var again = recorder.Read("t-2")!.Types.Single(entry => entry.Type == "System.InvalidTimeZoneException");

        Assert.Equal((2L, 1L), (second.Count, second.Recent));
        Assert.Equal(1L, again.Recent);
    }

    [Fact]
    public void Record_SameExceptionThrownAgain_CountsOnce()
    {
        var recorder = new FirstChanceRecorder();
        var exception = new InvalidTimeZoneException();

        recorder.Arm();
        recorder.Record(exception);
        recorder.Record(exception);

        Assert.Equal(1, recorder.Read("t-1")!.Types.Single(entry => entry.Type == "System.InvalidTimeZoneException").Count);
    }

    [Fact]
    public void Record_MessageThatIsTheServicesCode_IsNotAsked()
    {
        var recorder = new FirstChanceRecorder();

        recorder.Arm();
        recorder.Record(new RudeException());

        var type = recorder.Read("t-1")!.Types.Single(entry => entry.Type.EndsWith("RudeException", StringComparison.Ordinal));
        Assert.Null(type.Message);
        Assert.Equal(1, type.Count);
    }

    [Fact]
    public async Task Record_ThrownBehindAnAwait_NamesTheOwnMethodThatAwaited()
    {
        var recorder = new FirstChanceRecorder();
        recorder.Arm();

        await AskClosedPortAsync();

        var sites = recorder.Read("t-1")!.Types.Single(entry => entry.Type == "System.Net.Http.HttpRequestException").ThrowSites;
        Assert.Contains(sites, site => site.Name.Contains($" awaited by {typeof(FirstChanceRecorderTests).FullName}.{nameof(AskClosedPortAsync)}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_SeveralTypes_TheLatestStandInOrderWithWhatIsWithin()
    {
        var recorder = new FirstChanceRecorder();
        recorder.Arm();

        Throw(new InvalidTimeZoneException("outer", new FormatException("middle", new RudeException())));
        await AskClosedPortAsync();
        Throw(new RudeException());

        var latest = recorder.Read("t-1")!.Latest;
        var first = latest.Single(thrown => thrown is { Type: "System.InvalidTimeZoneException", Message: "outer" });
        var second = latest.Single(thrown => thrown.Type == "System.Net.Http.HttpRequestException");
        var rude = latest[^1];
        Assert.Equal(["System.FormatException: middle", $"{typeof(FirstChanceRecorderTests).FullName}.RudeException"], first.Inner.Select(name => name.Replace('+', '.')));
        Assert.Equal((1, Environment.CurrentManagedThreadId), (first.Number, rude.ThreadId));
        Assert.Contains(nameof(Throw), first.Place, StringComparison.Ordinal);
        Assert.Contains($" awaited by {typeof(FirstChanceRecorderTests).FullName}.{nameof(AskClosedPortAsync)}", second.Place, StringComparison.Ordinal);
        Assert.True(first.At <= second.At && second.At <= rude.At);
        Assert.Null(rude.Message);
    }

    [Fact]
    public void Record_MoreThanAreKept_TheLastStay()
    {
        var recorder = new FirstChanceRecorder();
        recorder.Arm();
        var types = new Exception[] { new TimeZoneNotFoundException(), new InvalidTimeZoneException(), new FormatException(), new InvalidCastException(), new RankException() };

        foreach (var type in types)
        {
            for (var number = 0; number < 16; number++)
            {
                recorder.Record((Exception)Activator.CreateInstance(type.GetType(), $"{number}")!);
            }
        }

        var latest = recorder.Read("t-1")!.Latest;
        Assert.Equal(50, latest.Count);
        Assert.Equal(("System.RankException", "15"), (latest[^1].Type, latest[^1].Message));
        Assert.DoesNotContain(latest, thrown => thrown.Type == "System.TimeZoneNotFoundException");
    }

    [Fact]
    public void Record_KnownType_AllocatesNothingBetweenSamples()
    {
        var recorder = new FirstChanceRecorder();
        var exceptions = Enumerable.Range(0, 10_000).Select(_ => new InvalidTimeZoneException()).ToArray();
        for (var index = 0; index < 100; index++)
        {
            recorder.Record(exceptions[index]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 100; index < exceptions.Length; index++)
        {
            recorder.Record(exceptions[index]);
        }

        // One sample every quarter of a second may fall in between.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void Count_EventsOlderThanAMinute_AreForgotten()
    {
        var now = 1_000_000L;
        var meter = new RateMeter(() => now);
        meter.Add();
        now += 30_000;
        meter.Add();
        meter.Add();
        var within = meter.CountInWindow();
        now += 31_000;

        Assert.Equal((3L, 2L), (within, meter.CountInWindow()));
    }

    private static async Task AskClosedPortAsync()
    {
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(async () => await client.GetStringAsync(new Uri("http://127.0.0.1:1/")));
    }

    private static void Throw(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception caught) when (ReferenceEquals(caught, exception))
        {
        }
    }

    private sealed class RudeException : Exception
    {
        public override string Message => throw new InvalidOperationException("must not be asked");
    }
}
