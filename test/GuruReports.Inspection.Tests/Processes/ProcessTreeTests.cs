using System.Diagnostics;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public class ProcessTreeTests
{
    [Fact]
    public void Read_RealChildWithAZombie_ShowsBoth()
    {
        // The shell's child ends at once; the shell has become a sleep, which never waits for it.
        using var child = Process.Start("/bin/sh", ["-c", "true & exec sleep 60"]);
        try
        {
            var entry = WaitFor(() => Find(child.Id) is { Stat.Name: "sleep", Children: [{ Stat.State: 'Z' }] } found ? found : null);

            Assert.Equal(Environment.ProcessId, entry.Stat.ParentId);
            Assert.Equal(["sleep", "60"], entry.Arguments);
            Assert.NotNull(entry.User);
            Assert.InRange(entry.StartedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddSeconds(5));
            Assert.Equal("zombie", entry.Children[0].Stat.StateText);
            Assert.Empty(entry.Children[0].Arguments);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    [Fact]
    public void Read_CancelledAtOnce_StillHasTheProcessItself()
    {
        var tree = ProcessTree.Read(Environment.ProcessId, cancellation: new CancellationToken(canceled: true));

        Assert.Equal(Environment.ProcessId, tree.Root!.Stat.Id);
        Assert.True(tree.IsTruncated);
    }

    private static ProcessEntry? Find(int id) => ProcessTree.Read(Environment.ProcessId).Root!.Children.FirstOrDefault(child => child.Stat.Id == id);

    private static ProcessEntry WaitFor(Func<ProcessEntry?> find)
    {
        ProcessEntry? found = null;
        Assert.True(SpinWait.SpinUntil(() => (found = find()) is not null, TimeSpan.FromSeconds(30)));
        return found!;
    }
}
