using System.Text;
using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

public class ParsingTests
{
    [Fact]
    public void ProcessStat_NameWithParenthesesAndSpaces_IsRead()
    {
        var stat = ProcessStat.Parse("42 (a) b (c) S 7 42 42 0 -1 4194304 1 0 0 0 150 50 0 0 20 0 9 0 12345 1000000 250 18446744073709551615 1 1 0"u8);

        Assert.NotNull(stat);
        Assert.Equal((42, 7, "a) b (c", 'S', "sleeping"), (stat.Id, stat.ParentId, stat.Name, stat.State, stat.StateText));
        Assert.Equal((150L, 50L, 9, 12345L, 250L), (stat.UserTicks, stat.SystemTicks, stat.Threads, stat.StartTicks, stat.ResidentPages));
    }

    [Theory]
    [InlineData("")]
    [InlineData("42 (cut")]
    [InlineData("42 (cut) S 7")]
    [InlineData("x (y) S 7 42 42 0 -1 4194304 1 0 0 0 150 50 0 0 20 0 9 0 12345 1000000 250")]
    public void ProcessStat_NoneOrCut_IsNull(string text)
    {
        var stat = ProcessStat.Parse(Encoding.UTF8.GetBytes(text));

        Assert.Null(stat);
    }

    [Fact]
    public void ResourceLimit_KernelsTable_IsReadByColumn()
    {
        const string Text = """
            Limit                     Soft Limit           Hard Limit           Units     
            Max cpu time              unlimited            unlimited            seconds   
            Max open files            1024                 524288               files     
            Max nice priority         0                    0                    
            """;

        var limits = ResourceLimit.Parse(Text);

        Assert.Equal(
            [new("Max cpu time", null, null, "seconds"), new("Max open files", 1024, 524288, "files"), new("Max nice priority", 0, 0, "")],
            limits);
    }

    [Fact]
    public void Pressure_SomeAndFull_AreRead()
    {
        var pressure = Pressure.Parse("some avg10=1.50 avg60=2.25 avg300=0.10 total=99\nfull avg10=0.50 avg60=0.75 avg300=0.00 total=1\n");

        Assert.Equal(new Pressure(1.5, 2.25, 0.5, 0.75), pressure);
        Assert.Null(Pressure.Parse("Operation not supported"));
    }

    [Fact]
    public void DescendantTimes_NameWithParentheses_TellsParentAndTicks()
    {
        var times = DescendantTimes.Parse("77 (a ) (b) S 12 77 77 0 -1 4194304 90 80 70 60 5 6 7 8 20 0 1 0 4000 100 200"u8);

        Assert.Equal((12, 11L, 15L, 4000L), times);
        Assert.Null(DescendantTimes.Parse("nothing"u8));
    }

    [Fact]
    public void CpuTimes_FirstLine_CountsNothingTwice()
    {
        var times = CpuTimes.Parse("cpu  100 0 50 800 40 0 0 10 5 0\ncpu0 50 0 25 400 20 0 0 5 0 0\ncpu1 50 0 25 400 20 0 0 5 0 0\nintr 5\n");

        Assert.Equal(new CpuTimes(Total: 1000, Idle: 840, Steal: 10, Processors: 2), times);
        Assert.Null(CpuTimes.Parse("nothing"));
    }

    [Fact]
    public void KeyedLines_StatusAndStat_AreRead()
    {
        var lines = new KeyedLines("VmRSS:\t    1724 kB\nUid:\t0\t1\t2\t3\nnr_throttled 5\nSigBlk:\t8000000000000200\nName:\tx\n"u8);

        Assert.Equal(1724 * 1024, lines.Bytes("VmRSS"));
        Assert.Equal([0, 1, 2, 3], lines.Numbers("Uid"));
        Assert.Equal(5, lines.Number("nr_throttled"));
        Assert.Equal(0x8000_0000_0000_0200, lines.Mask("SigBlk"));
        Assert.Null(lines.Mask("Name"));
        Assert.Null(lines.Number("Name"));
        Assert.Null(lines.Bytes("VmSwap"));
        Assert.Null(lines.Number("VmR"));
    }

    [Fact]
    public void TcpTable_BothTables_AreReadWithAddresses()
    {
        const string Head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        using var fake = new FakeFiles()
            .With("/proc/self/net/tcp", Head + "   0: 0100007F:1538 0200000A:D431 08 00000000:00000005 00:00000000 00000000     0        0 777 1 0 20 4 30 10 -1\n")
            .With("/proc/self/net/tcp6", Head + "   0: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 888 1 0 100 0 0 10 0\n"
                + "   1: 0000000000000000FFFF00000100007F:0051 0000000000000000FFFF00000100007F:0052 01 00000000:00000000 00:00000000 00000000     0        0 889 1 0 100 0 0 10 0\ngarbage\n");

        var table = TcpTable.Read(fake.Files);

        Assert.NotNull(table);
        Assert.Equal(
            [("127.0.0.1:5432", "10.0.0.2:54321", "CLOSE_WAIT", 5L, 777L), ("[::1]:80", "[::]:0", "LISTEN", 3L, 888L), ("127.0.0.1:81", "127.0.0.1:82", "ESTABLISHED", 0L, 889L)],
            table.Sockets.Select(socket => (socket.Local.ToString(), socket.Remote.ToString(), socket.State, socket.ReceiveQueue, socket.Inode)));
    }

    [Fact]
    public void SystemFiles_MissingRefusedOrLong_IsNullOrCut()
    {
        using var fake = new FakeFiles().With("/a", new string('x', 10_000));

        Assert.Null(fake.Files.ReadText("/missing"));
        Assert.Null(fake.Files.ReadBytes("/"));
        Assert.Equal(100, fake.Files.ReadText("/a", 100)!.Length);
        Assert.Equal(10_000, fake.Files.ReadText("/a")!.Length);
        Assert.Equal(0, fake.Files.Read("/missing", new byte[100]).Length);
        Assert.Equal(100, fake.Files.Read("/a", new byte[100]).Length);
        Assert.Equal(10_000, fake.Files.Read("/a", new byte[20_000]).Length);
        Assert.Empty(fake.Files.ListNumbers("/missing", 10));
    }
}
