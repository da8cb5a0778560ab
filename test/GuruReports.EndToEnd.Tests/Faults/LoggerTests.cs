using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>Logging providers that misbehave harm nothing.</summary>
[Collection(FaultCollection.Name)]
public sealed class LoggerTests
{
    [Theory]
    [InlineData("logger-blocks", "blocks", "did not return in time", "E1")]
    [InlineData("logger-throws", "throws", "the log store is gone", "E2")]
    public void Provider_Misbehaves_StandardErrorHasTheReport(string illness, string what, string reason, string row)
    {
        using var service = FaultProcess.Start(new FaultSetup
        {
            Illnesses = [illness],
            Settings = [("Destination", "StandardError, Logger"), ("MinimumInterval", "00:00:00"), ("DestinationTimeout", "00:00:01")],
        }).WaitUntilSick();

        var report = service.SignalAndWait();
        var again = service.SignalAndWait();
        service.Ping();

        FaultMatrix.Record(row, $"A logging provider {what}", $"report on standard error; its last line says `…{reason}`", report);
        Assert.Contains(reason, report.LastLine, StringComparison.Ordinal);
        Assert.Contains("written to standard error", again.LastLine, StringComparison.Ordinal);
    }
}
