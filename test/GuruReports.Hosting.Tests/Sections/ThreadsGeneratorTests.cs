using GuruReports.Hosting.Sections.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;

namespace GuruReports.Hosting.Tests.Sections;

public sealed class ThreadsGeneratorTests
{
    private static readonly CapturedFrame s_wait = new() { Method = "System.Runtime.CompilerServices.TaskAwaiter.GetResult()", Type = "System.Runtime.CompilerServices.TaskAwaiter", Name = "GetResult" };
    private static readonly CapturedFrame s_entry = new() { Method = "Program.<Main>(String[] args)", Type = "Program", Name = "<Main>", Owner = CodeOwner.Service };
    private static readonly CapturedFrame s_own = new() { Method = "Orders.Intake.Load()", Type = "Orders.Intake", Name = "Load", Owner = CodeOwner.Service };

    [Fact]
    public void Generate_ThreadThatOnlyWaitsForAsyncMain_IsOneLineBehindTheOthers()
    {
        var groups = Generate(
            Waiting(1, s_wait, s_entry) with { WaitsFor = "async Program.Main Program.cs:14 → await Task.Delay" },
            Waiting(2, s_wait, s_own) with { WaitsFor = "await Task.Delay" });

        Assert.Equal(["waiting for a Task", AsyncMain.State], groups.Select(group => group.State));
        Assert.Equal([false, true], groups.Select(group => group.Idle));
        Assert.Empty(groups[1].Notes);
        Assert.Equal(2, groups[1].Frames.Count);
    }

    [Fact]
    public void Generate_MainThatBlocksByItself_IsShownWithItsStack()
    {
        var groups = Generate(Waiting(1, s_wait, s_own, s_entry) with { WaitsFor = "await Task.Delay" });

        Assert.False(Assert.Single(groups).Idle);
        Assert.Contains("wants await Task.Delay", Assert.Single(groups[0].Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_ThreadsThatWantTheSame_AreOneLine()
    {
        var groups = Generate(
            Waiting(2, s_wait, s_own) with { WaitsFor = "await Task.Delay" },
            Waiting(3, s_wait, s_own) with { WaitsFor = "await Task.Delay" },
            Waiting(4, s_wait, s_own) with { WaitsFor = "a socket" });

        Assert.Equal(["#2, #3  wants await Task.Delay", "#4  wants a socket"], Assert.Single(groups).Notes);
        Assert.Equal(["each  wants a lock"], Assert.Single(Generate(Waiting(2, s_wait, s_own) with { WaitsFor = "a lock" }, Waiting(3, s_wait, s_own) with { WaitsFor = "a lock" })).Notes);
    }

    private static IReadOnlyList<StackGroup> Generate(params CapturedThread[] threads)
    {
        var capture = new ThreadCapture { Method = ThreadCaptureMethod.InProcess, CapturedAt = DateTimeOffset.UnixEpoch, Threads = threads };
        var plain = SectionTest.Context();
        var section = new ThreadsGenerator().Generate(new ReportContext { ReportId = plain.ReportId, Reason = plain.Reason, CreatedAt = plain.CreatedAt, Redactor = plain.Redactor, ThreadCaptures = [capture] });
        return Assert.IsType<ReportStacks>(section.Value).Groups;
    }

    private static CapturedThread Waiting(int id, params CapturedFrame[] frames) =>
        new() { OSThreadId = 1000 + id, ManagedThreadId = id, State = ThreadActivity.WaitingForTask, Role = id == 1 ? ThreadRole.Main : ThreadRole.User, Frames = frames };
}
