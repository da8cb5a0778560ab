using System.Globalization;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What the next start says of a process that ended without a word, each time with a real end.</summary>
[Collection(FaultCollection.Name)]
public sealed class LastWordsTests : IDisposable
{
    private const string Ended = "the previous run (pid ";

    private readonly string _root = Directory.CreateTempSubdirectory("guru-last-words-").FullName;

    private string State => Path.Combine(_root, "state");

    private string When => Path.Combine(_root, "now");

    [Fact]
    public void Killed_NextStartSaysSo()
    {
        using var first = StartAndWaitForWords();
        first.Kill(Signals.KillNow);
        first.WaitForExit();

        var (log, report) = NextStart();

        Assert.Contains($"pid {first.Id.ToString(CultureInfo.InvariantCulture)}", log, StringComparison.Ordinal);
        Assert.Contains("killed or crashed, which is not known", log, StringComparison.Ordinal);
        Assert.Contains(" PREVIOUS RUN  the previous run (pid ", report, StringComparison.Ordinal);
        Assert.Contains("in its last second it used ", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail-fast", "killed or crashed, which is not known")]
    [InlineData("stack-overflow", "killed or crashed, which is not known")]
    [InlineData("crash", "nobody handled a System.InvalidOperationException")]
    public void Fell_NextStartSaysSo(string illness, string cause)
    {
        using var first = StartAndWaitForWords(illness);
        File.WriteAllText(When, "");
        Assert.NotEqual(0, first.WaitForExit());

        Assert.Contains(cause, NextStart().Log, StringComparison.Ordinal);
    }

    [MemoryGroupFact]
    public void KilledForMemory_InAGroupWithALimit_NextStartProvesIt()
    {
        using var group = new MemoryGroup(400L << 20);
        using (var first = StartAndWaitForWords("eat-memory", group))
        {
            File.WriteAllText(When, "");
            Assert.NotEqual(0, first.WaitForExit());
        }

        var (log, report) = NextStart(group);

        Assert.Contains("in between the kernel ended a process of its control group for want of memory", log, StringComparison.Ordinal);
        Assert.Contains("of 400 MiB", report, StringComparison.Ordinal);
    }

    [Fact]
    public void StoppedAsItShould_NextStartSaysNothing()
    {
        using var first = StartAndWaitForWords();
        first.Kill(Signals.Term);
        Assert.Equal(0, first.WaitForExit());

        using var next = Start().WaitUntilSick();
        next.SignalAndWait();

        Assert.Equal(0, next.Output.Count(line => line.Contains(Ended, StringComparison.Ordinal)));
        Assert.Equal(0, next.Error.Count(line => line.Contains(Ended, StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private FaultProcess StartAndWaitForWords(string? illness = null, MemoryGroup? group = null)
    {
        Directory.CreateDirectory(State);
        var service = Start(illness, group).WaitUntilSick();
        var file = Path.Combine(State, "guru-meditation.last-words");

        // Of this process, and not only made: a place that is whole.
        Until.True(() => File.Exists(file) && File.ReadAllText(file).Contains("whole\n", StringComparison.Ordinal), Limits.Report, () => $"no last words in {State}\n{service.Output}\n{service.Error}");
        return service;
    }

    private FaultProcess Start(string? illness = null, MemoryGroup? group = null) => FaultProcess.Start(new FaultSetup
    {
        Illnesses = illness is null ? [] : [illness],
        Settings = [("LastWords", "true")],
        Variables = [("STATE_DIRECTORY", State), ("EAT_WHEN", When), ("FAIL_WHEN", When), ("DOTNET_DbgEnableMiniDump", "0")],
        Before = group is null ? ":" : $"echo $$ > {group.Folder}/cgroup.procs",
    });

    private (string Log, string Report) NextStart(MemoryGroup? group = null)
    {
        using var next = Start(group: group);
        var line = next.Output.WaitFor(text => text.Contains(Ended, StringComparison.Ordinal), Limits.Report);
        next.WaitUntilSick().SignalAndWait();
        return (line.Text, next.Error.ToString()!);
    }
}
