using System.Runtime.InteropServices;
using GuruReports.Inspection.Native;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Tests.Threads;

public class LinuxParsingTests
{
    [Fact]
    public void Parse_NameWithParenthesesAndSpaces_IsRead()
    {
        var thread = OSThreads.Parse("42 (a) b (c)) S 1 1 1 0 -1 4194368 1 0 0 0 5 6 0 0 20 0 9 0 116294 2990080 424"u8);

        Assert.Equal(new OSThread(42, "a) b (c)", 'S', 116294), thread);
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("42 (name")]
    [InlineData("42 (name)")]
    public void Parse_CutLine_IsNull(string text)
    {
        var thread = OSThreads.Parse(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(thread);
    }

    [Fact]
    public void Parse_SchedulerTimes_AreRead()
    {
        var times = SchedulerTimes.Parse("300000000 1500000000 77\n"u8);

        Assert.Equal(new SchedulerTimes(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(1.5)), times);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12 ")]
    [InlineData("nonsense 5 6")]
    public void Parse_NoSchedulerTimes_IsNull(string text)
    {
        var times = SchedulerTimes.Parse(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(times);
    }

    [Fact]
    public void Parse_ReadCall_NamesItAndItsDescriptor()
    {
        var number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 0 : 63;

        var call = SystemCallReader.Parse(System.Text.Encoding.UTF8.GetBytes($"{number} 0xc 0x7f 0x1 0x0 0x0 0x0 0x7ffd 0x7f49"));

        Assert.Equal(new SystemCall(number, "read", ThreadActivity.InFileCall, 12), call);
    }

    [Theory]
    [InlineData("0x0", true)]
    [InlineData("0x109", true)]
    [InlineData("0x80", false)]
    [InlineData("0x189", false)]
    [InlineData("0x1", false)]
    public void Parse_FutexCall_TellsTheWordThatProcessesShare(string operation, bool shared)
    {
        var number = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 202 : 98;

        var call = SystemCallReader.Parse(System.Text.Encoding.UTF8.GetBytes($"{number} 0x7f16fc1f9008 {operation} 0x80005034 0x0 0x0 0x0 0x7ffd 0x7f49"));

        Assert.Equal(shared ? new SharedWait(0x7f16fc1f9008, null) : null, call!.Value.Shared);
    }

    [Fact]
    public void Parse_UnknownCall_KeepsItsNumber()
    {
        var call = SystemCallReader.Parse("9999 0x0 0x0"u8);

        Assert.Equal(new SystemCall(9999, null, ThreadActivity.InSystemCall, null), call);
    }

    [Theory]
    [InlineData("running\n")]
    [InlineData("-1 0x0 0x0\n")]
    [InlineData("")]
    public void Parse_NoCall_IsNull(string text)
    {
        var call = SystemCallReader.Parse(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Null(call);
    }

    [Fact]
    public void CpuNanoseconds_OwnThread_Grows()
    {
        var before = ThreadClock.CpuNanoseconds(LibcAtOnce.GetThreadId());
        while (ThreadClock.CpuNanoseconds(LibcAtOnce.GetThreadId()) == before)
        {
        }

        Assert.True(before > 0);
    }

    [Fact]
    public void CpuNanoseconds_NoSuchThread_IsNegative()
    {
        Assert.True(ThreadClock.CpuNanoseconds(int.MaxValue >> 4) < 0);
    }
}
