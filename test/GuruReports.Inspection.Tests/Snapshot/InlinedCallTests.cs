using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Snapshot;

public class InlinedCallTests
{
    private static readonly CapturedFrame s_framework = new() { Method = "System.Net.Dns.Resolve()", Owner = CodeOwner.Framework };
    private static readonly CapturedFrame s_dynamic = new() { Method = "lambda_method7(…) [dynamic method]", Name = "lambda_method7", Kind = FrameKind.Dynamic, Owner = CodeOwner.Package };
    private static readonly CapturedFrame s_own = new() { Method = "Bank.Desk.Ring()", Owner = CodeOwner.Service };

    [Fact]
    public void Join_CallCompiledIntoADynamicMethod_StandsBeforeIt()
    {
        var thread = Assert.Single(Join([s_framework, s_dynamic]).Threads);

        Assert.Equal(["System.Net.Dns.Resolve()", "Bank.Desk.Pay(Int32 amount)", "lambda_method7(…) [dynamic method]"], thread.Frames.Select(frame => frame.Method));
        Assert.Equal(("Bank.Desk", "Pay", "/src/Desk.cs"), (thread.TopUserFrame!.Type, thread.TopUserFrame.Name, thread.TopUserFrame.File));
    }

    [Fact]
    public void Join_FrameOfTheServiceBeforeIt_NothingWasCompiledIn()
    {
        Assert.Equal([s_own, s_dynamic], Assert.Single(Join([s_own, s_dynamic]).Threads).Frames);
    }

    private static ThreadCapture Join(IReadOnlyList<CapturedFrame> frames) => SnapshotJoin.Join(
        new ThreadCapture
        {
            Method = ThreadCaptureMethod.InProcess,
            CapturedAt = DateTimeOffset.UnixEpoch,
            Threads = [new CapturedThread { OSThreadId = 11, ManagedThreadId = 4, State = ThreadActivity.Sleeping, Frames = frames }],
        },
        new SnapshotResult
        {
            RuntimeVersion = "10.0.12",
            Threads = [new SnapshotThread { ManagedId = 4, OsThreadId = 11, IsPoolThread = true, IsBackground = true }],
            Inlined = [new InlinedCall { Into = "lambda_method7", Called = new SnapshotFrame { Method = "Bank.Desk.Pay(Int32 amount)", File = "/src/Desk.cs", Owner = CodeOwner.Service } }],
        });
}
