using System.Diagnostics;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Analysis.Threads.Stacks;
using GuruReports.Testing;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotAnalysis.Tests.Stacks;

/// <summary>Compares stacks that were not walked with what a walk says of them.</summary>
public sealed class ComparedStacksTests
{
    private const int Copies = 6;
    private const double LeastCompared = 0.5;

    // Where code is compiled again while the exhibits take their places, those of one kind stand in several versions of it.
    private const double LeastComparedWhereTiered = 0.05;

    [Theory]
    [InlineData("1", LeastComparedWhereTiered)]
    [InlineData("0", LeastCompared)]
    public void Read_ManyThreadsOfEachKind_SaysOfEachWhatAWalkSays(string tiered, double leastCompared)
    {
        using var dump = Dump(start => start.Environment["DOTNET_TieredCompilation"] = tiered);
        Check(dump, leastCompared);
    }

    [Fact]
    public void Read_ManyThreadsOfEachKindOnDotnet11_SaysOfEachWhatAWalkSays()
    {
        using var runtime = new OtherRuntime("11.0.0");
        using var dump = Dump(start =>
        {
            runtime.Take(start);
            start.Environment["DOTNET_TieredCompilation"] = "0";
        });
        Check(dump, LeastCompared);
    }

    private static void Check(ProcessDump dump, double leastCompared)
    {
        using var image = new Image(dump.Runtime, new SnapshotRequest(), new OwnerTable(), new AnalysisClock(TimeSpan.FromMinutes(2)), []);
        var walks = new StackWalks(image);
        var threads = dump.Runtime.Threads.Where(static thread => thread.IsAlive).ToList();
        var read = threads.ConvertAll(thread => new ThreadImage { Thread = thread, Stack = walks.Read(thread) });

        Assert.Empty(image.Notes);
        Assert.InRange(walks.Compared, threads.Count * leastCompared, threads.Count);
        Assert.All(read, static thread => Assert.Equal(Walked(thread.Thread), thread.Frames.Select(static frame => (frame.Method, frame.InstructionPointer, frame.StackPointer))));
        Assert.All(read, static thread => Assert.Subset(ThreadReader.RootsOf(thread).ToHashSet(), AsCompared(thread).ToHashSet()));
        Assert.Empty(read.SelectMany(static thread => ThreadReader.RootsOf(thread).Except(AsCompared(thread))));
    }

    // The roots as they are read where nobody has asked for all of them before.
    private static IReadOnlyList<FrameRoot> AsCompared(ThreadImage thread) => ThreadReader.ComparedRootsOf(new ThreadImage { Thread = thread.Thread, Stack = thread.Stack });

    // Frames of the runtime's own stand in the list only where they are the innermost that names a method.
    private static IEnumerable<(ClrMethod, ulong, ulong)> Walked(ClrThread thread)
    {
        var isFirst = true;
        foreach (var frame in thread.EnumerateStackTrace(includeContext: false, StackWalks.MostFrames))
        {
            if (frame.Method is { } method && (isFirst || frame.Kind == ClrStackFrameKind.ManagedMethod))
            {
                isFirst = false;
                yield return (method, frame.InstructionPointer, frame.StackPointer);
            }
        }
    }

    private static ProcessDump Dump(Action<ProcessStartInfo> prepare)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf("test", "GuruReports.ThreadZoo", "bin", configuration, "net10.0", "GuruReports.ThreadZoo.dll");
        var start = new ProcessStartInfo("dotnet", [program, "keep", $"{Copies}"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        prepare(start);
        using var zoo = Process.Start(start)!;
        try
        {
            Assert.Equal("kept", zoo.StandardOutput.ReadLine());
            return new ProcessDump(zoo.Id);
        }
        finally
        {
            zoo.StandardInput.Close();
            zoo.WaitForExit();
        }
    }
}
