using System.Diagnostics;
using System.Text;
using GuruReports.Hosting.Sinks;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Sinks;

public sealed class BoundedDescriptorTests
{
    private static readonly byte[] s_large = new byte[1 << 20];
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(300);

    [Fact]
    public void Write_PipeWithReader_WritesAll()
    {
        var (reader, writer) = TestDescriptors.Pipe();

        var (written, problem) = Write(writer, Encoding.UTF8.GetBytes("hello"));

        Assert.Equal(5, written);
        Assert.Null(problem);
        Assert.Equal("hello", TestDescriptors.ReadAvailable(reader, 100));
        Close(reader, writer);
    }

    [Fact]
    public void Write_PipeThatNobodyReads_ReturnsAtTheDeadline()
    {
        var (reader, writer) = TestDescriptors.Pipe();
        var watch = Stopwatch.StartNew();

        var (written, problem) = Write(writer, s_large);

        Assert.Equal(65536, written);
        Assert.Equal("nobody reads it", problem);
        Assert.InRange(watch.ElapsedMilliseconds, 280, 3000);
        Close(reader, writer);
    }

    [Fact]
    public void Write_PipeThatIsReadSlowly_WritesAll()
    {
        var (reader, writer) = TestDescriptors.Pipe();
        var read = 0;
        var thread = new Thread(() =>
        {
            while (read < s_large.Length)
            {
                read += TestDescriptors.ReadAvailable(reader, 8192).Length;
            }
        });
        thread.Start();

        using var descriptor = BoundedDescriptor.Open(writer, "a pipe");
        var written = descriptor.Write(s_large, Deadline.In(TimeSpan.FromSeconds(30)), out var problem);
        thread.Join();

        Assert.Null(problem);
        Assert.Equal(s_large.Length, written);
        Close(reader, writer);
    }

    [Fact]
    public void Write_PipeWithoutReader_SaysSo()
    {
        var (reader, writer) = TestDescriptors.Pipe();
        TestDescriptors.Close(reader);

        var (written, problem) = Write(writer, s_large);

        Assert.Equal(0, written);
        Assert.Equal("it has no reader any more", problem);
        Close(writer);
    }

    [Fact]
    public void Write_SocketThatNobodyReads_ReturnsAtTheDeadline()
    {
        var (left, right) = TestDescriptors.Sockets();
        var watch = Stopwatch.StartNew();

        var (written, problem) = Write(left, s_large);

        Assert.InRange(written, 1, s_large.Length - 1);
        Assert.Equal("nobody reads it", problem);
        Assert.InRange(watch.ElapsedMilliseconds, 280, 3000);
        Close(left, right);
    }

    [Fact]
    public void Write_SocketWithClosedPeer_SaysSo()
    {
        var (left, right) = TestDescriptors.Sockets();
        TestDescriptors.Close(right);

        var (written, problem) = Write(left, s_large);

        Assert.Equal(0, written);
        Assert.Equal("it has no reader any more", problem);
        Close(left);
    }

    [Fact]
    public void Write_FullDevice_SaysSo()
    {
        var full = TestDescriptors.Open("/dev/full", TestDescriptors.WriteOnly);

        var (written, problem) = Write(full, s_large);

        Assert.Equal(0, written);
        Assert.Contains("No space left", problem, StringComparison.Ordinal);
        Close(full);
    }

    [Fact]
    public void Write_Terminal_WritesAll()
    {
        using var other = new PseudoTerminal();
        var terminal = TestDescriptors.Open(other.Path, TestDescriptors.ReadWrite | PseudoTerminal.NoTerminalControl);
        var watch = Stopwatch.StartNew();

        var (written, problem) = Write(terminal, Encoding.UTF8.GetBytes("hello\n"));
        var (more, stopped) = Write(terminal, s_large);

        Assert.Equal(6, written);
        Assert.Null(problem);
        Assert.InRange(more, 0, s_large.Length - 1);
        Assert.Equal("nobody reads it", stopped);
        Assert.InRange(watch.ElapsedMilliseconds, 280, 3000);
        Close(terminal);
    }

    [Fact]
    public void Write_File_AppendsWhereTheFileIsOpened()
    {
        var path = Path.GetTempFileName();
        var file = TestDescriptors.Open(path, TestDescriptors.WriteOnly);

        Write(file, Encoding.UTF8.GetBytes("one "));
        Write(file, Encoding.UTF8.GetBytes("two"));

        Assert.Equal("one two", File.ReadAllText(path));
        Close(file);
        File.Delete(path);
    }

    [Fact]
    public void Open_ClosedDescriptor_SaysSo()
    {
        var exception = Assert.Throws<SinkException>(() => Write(1 << 20, s_large));

        Assert.Equal("a descriptor is closed", exception.Message);
    }

    [Fact]
    public void Open_ReadOnlyDescriptor_IsRefused()
    {
        var file = TestDescriptors.Open("/dev/zero", 0);

        var exception = Assert.Throws<SinkException>(() => Write(file, s_large));

        Assert.Equal("a descriptor is open for reading only", exception.Message);
        Close(file);
    }

    [Fact]
    public void Open_CloseOnExecDescriptor_IsRefusedAsForeign()
    {
        var file = TestDescriptors.Open("/dev/null", TestDescriptors.WriteOnly | TestDescriptors.CloseOnExec);

        var exception = Assert.Throws<SinkException>(() => Write(file, s_large));

        Assert.Contains("belongs to something else", exception.Message, StringComparison.Ordinal);
        Close(file);
    }

    private static (int Written, string? Problem) Write(int number, byte[] bytes)
    {
        using var descriptor = BoundedDescriptor.Open(number, "a descriptor");
        var written = descriptor.Write(bytes, Deadline.In(s_limit), out var problem);
        return (written, problem);
    }

    private static void Close(params int[] descriptors) => Array.ForEach(descriptors, number => TestDescriptors.Close(number));
}
