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
    public void Generate_ThreadsWithoutFrames_ThoseOfTheLibraryAreOneLine()
    {
        var groups = Generate(Waiting(2) with { OSName = "guru-watchdog" }, Waiting(3) with { OSName = "guru-meter" }, Waiting(4) with { OSName = "importer" });

        Assert.Equal(["making this report", "waiting for a Task"], groups.Select(group => group.State).Order(StringComparer.Ordinal));
        Assert.Equal(2, groups.Single(group => group.State == "making this report").Count);
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

    [Fact]
    public void Generate_SameOwnCodeInOtherCalls_IsOneGroupThatSaysWhich()
    {
        var concat = new CapturedFrame { Method = "System.String.Concat(String a, String b)", Type = "System.String", Name = "Concat" };
        var group = Assert.Single(Generate(Running(2, concat, s_own), Running(3, concat, s_own), Running(4, s_own)));

        Assert.Equal("2 in String.Concat, 1 in that code itself", group.Notes[0]);
        Assert.DoesNotContain(group.Members[1].Details, entry => entry.Name == "frames");
        Assert.Equal("frames", group.Members[2].Details[^1].Name);
        Assert.Equal(new ReportText(s_own.Method), Assert.Single(Assert.IsType<ReportList>(group.Members[2].Details[^1].Value).Items));
    }

    [Fact]
    public void Generate_NamesThatDifferByIdentifiers_AreSaidOnce()
    {
        var group = Assert.Single(Generate(
            Running(2, s_own) with { Name = "import 6f9619ff-8b86-d011-b42d-00cf4fc964ff" },
            Running(3, s_own) with { Name = "import 0f8fad5b-d9cb-469f-a165-70867728950e" }));

        Assert.Contains("\"import {id}\"", group.Remarks);
        Assert.Equal(["#2", "#3"], group.Members.Select(member => member.Label));
        Assert.Contains(group.Members[0].Details, entry => entry.Value is ReportText { Text: "import 6f9619ff-8b86-d011-b42d-00cf4fc964ff" });
    }

    [Fact]
    public void Generate_NamesThatDifferOtherwise_AreSaidEach()
    {
        var group = Assert.Single(Generate(Running(2, s_own) with { Name = "stack-worker-1" }, Running(3, s_own) with { Name = "stack-worker-2" }));

        Assert.Equal(["#2 \"stack-worker-1\"", "#3 \"stack-worker-2\""], group.Members.Select(member => member.Label));
    }

    private static CapturedThread Running(int id, params CapturedFrame[] frames) => Waiting(id, frames) with { State = ThreadActivity.Running };

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
