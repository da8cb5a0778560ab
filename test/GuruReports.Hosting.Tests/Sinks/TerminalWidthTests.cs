using GuruReports.Hosting.Sinks;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Sinks;

public sealed class TerminalWidthTests
{
    [Fact]
    public void ColumnsOf_Terminal_AsItsWindowIsNow()
    {
        using var other = new PseudoTerminal();
        var terminal = TestDescriptors.Open(other.Path, TestDescriptors.ReadWrite | PseudoTerminal.NoTerminalControl);

        Assert.Null(StandardErrorSink.ColumnsOf(terminal));
        other.Resize(200);
        Assert.Equal(200, StandardErrorSink.ColumnsOf(terminal));
        other.Resize(80);
        Assert.Equal(80, StandardErrorSink.ColumnsOf(terminal));
        TestDescriptors.Close(terminal);
    }

    [Fact]
    public void ColumnsOf_NoTerminal_AreNotKnown()
    {
        var (reader, writer) = TestDescriptors.Pipe();

        Assert.Null(StandardErrorSink.ColumnsOf(writer));

        TestDescriptors.Close(reader);
        TestDescriptors.Close(writer);
    }
}
