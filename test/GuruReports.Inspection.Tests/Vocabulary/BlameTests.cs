using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

public sealed class BlameTests
{
    private static readonly CapturedFrame s_wait = Frame("System.Threading.Tasks.Task.Wait()", CodeOwner.Framework);
    private static readonly CapturedFrame s_open = Frame("Npgsql.NpgsqlConnection.Open()", CodeOwner.Package);
    private static readonly CapturedFrame s_load = Frame("Heat.Store.Load()", CodeOwner.Service);
    private static readonly CapturedFrame s_main = Frame("Heat.Program.Main()", CodeOwner.Service);

    [Fact]
    public void TopUserFrame_PackageBelowOwnCode_IsOwnCode()
    {
        var thread = new CapturedThread { OSThreadId = 1, Frames = [s_wait, s_open, s_load, s_main] };

        Assert.Same(s_load, thread.TopUserFrame);
        Assert.Equal([s_load, s_main], Blame.Frames(thread.Frames));
    }

    [Fact]
    public void TopUserFrame_NoOwnCode_IsThePackages()
    {
        var thread = new CapturedThread { OSThreadId = 1, Frames = [s_wait, s_open, s_wait] };

        Assert.Same(s_open, thread.TopUserFrame);
    }

    [Fact]
    public void TopUserFrame_FrameworkAlone_IsNone()
    {
        var thread = new CapturedThread { OSThreadId = 1, Frames = [s_wait] };

        Assert.Null(thread.TopUserFrame);
        Assert.Empty(Blame.Frames(thread.Frames));
    }

    [Fact]
    public void Fold_PackageBelowOwnCode_StandsUnderIt()
    {
        var folded = FrameFolding.Fold([s_wait, s_open, s_load, s_main]);

        Assert.Equal([new FoldedFrame { Omitted = 2 }, new FoldedFrame { Frame = s_load }, new FoldedFrame { Frame = s_main }], folded);
    }

    private static CapturedFrame Frame(string method, CodeOwner owner) => new() { Method = method, Owner = owner };
}
