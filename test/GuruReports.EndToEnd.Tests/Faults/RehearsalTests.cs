using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What the rehearsal spares the first report of a process that runs short of something.</summary>
[Collection(FaultCollection.Name)]
public sealed class RehearsalTests
{
    private const string ThreadName = "guru-rehearsal";

    [Fact]
    public void FirstReport_WhenDescriptorsAreShort_WasRehearsed()
    {
        var without = CompiledByFirstReport("false");
        var with = CompiledByFirstReport("true");

        Assert.InRange(without, 500, int.MaxValue);
        Assert.InRange(with, 0, without / 3);
    }

    // The runtime itself writes a line for each method that it compiles (clrconfignames.h: JitStdOutFile, JitDisasmSummary).
    private static int CompiledByFirstReport(string rehearsal)
    {
        var list = Path.GetTempFileName();
        try
        {
            using var service = FaultProcess.Start(new FaultSetup
            {
                Before = "ulimit -n 220",
                Settings = [("Rehearsal", rehearsal)],
                Variables = [("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1")],
            }).WaitUntilSick();
            if (rehearsal == "true")
            {
                Until.True(() => OtherProcess.ThreadsNamed(service.Id, ThreadName).Any(), TimeSpan.FromMinutes(1), () => "No rehearsal begins.");
                Until.True(() => !OtherProcess.ThreadsNamed(service.Id, ThreadName).Any(), TimeSpan.FromMinutes(2), () => "The rehearsal does not end.");
            }

            var before = CountFirstCompilations(list);

            service.SignalAndWait();

            return CountFirstCompilations(list) - before;
        }
        finally
        {
            File.Delete(list);
        }
    }

    // Not what the background compiler makes of methods that were compiled before.
    private static int CountFirstCompilations(string list)
    {
        using var reader = new StreamReader(new FileStream(list, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n').Count(line => line.Contains("Tier0", StringComparison.Ordinal));
    }
}
