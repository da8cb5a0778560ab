using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.Inspection.CoreClr.NetTrace;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Tests.CoreClr;

public class TraceReaderTests
{
    private static readonly Lazy<byte[]> Trace = new(() => DiagnosticsPort.Record(Deadline.After(TimeSpan.FromSeconds(60))));

    [Fact]
    public void Read_TraceOfThisProcess_HoldsStacksAndMethods()
    {
        var rundown = new Rundown();
        var samples = 0;

        new TraceReader().Read(Trace.Value, (in TraceEvent head, ReadOnlySpan<byte> payload) =>
        {
            samples += head.Provider == "Microsoft-DotNETCore-SampleProfiler" ? 1 : 0;
            rundown.Handle(head, payload);
        });

        Assert.True(samples > 0);
        Assert.True(rundown.Count > 100);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Read_CutTrace_SaysSo(int length)
    {
        var cut = Trace.Value.AsMemory(0, length);

        Assert.Throws<ShapeException>(() => new TraceReader().Read(cut.Span, (in TraceEvent _, ReadOnlySpan<byte> _) => { }));
    }

    [Fact]
    public void Read_OtherFormat_SaysSo()
    {
        Assert.Throws<ShapeException>(() => new TraceReader().Read(new byte[64], (in TraceEvent _, ReadOnlySpan<byte> _) => { }));
    }
}
