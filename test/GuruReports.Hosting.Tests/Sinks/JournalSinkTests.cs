using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using GuruReports.Hosting.Sinks;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sinks;

/// <summary>The protocol over a socket of the test's own; the real journal is in the end-to-end tests.</summary>
public sealed class JournalSinkTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"guru-{Guid.NewGuid():N}.sock");
    private readonly Socket _journal = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public JournalSinkTests() => _journal.Bind(new UnixDomainSocketEndPoint(_path));

    [Fact]
    public void Write_Report_SendsOneEntryWithFields()
    {
        var deadlock = Rendered.Finding("DEADLOCK", FindingSeverity.Critical);
        var starvation = Rendered.Finding("STARVATION", FindingSeverity.Warning);

        var where = new JournalSink(_path).Write(Rendered.Report("first\n<3>second\0\n", findings: [deadlock, starvation]));

        var fields = Receive();
        Assert.Equal("journal", where);
        Assert.Equal("first\n<3>second\uFFFD\n", fields["MESSAGE"]);
        Assert.Equal("3", fields["PRIORITY"]);
        Assert.Equal("fake-service", fields["SYSLOG_IDENTIFIER"]);
        Assert.Equal("7f3a-1", fields["GURU_REPORT_ID"]);
        Assert.Equal("SIGUSR1", fields["GURU_REASON"]);
        Assert.Equal("fake-service", fields["GURU_SERVICE"]);
        Assert.Equal("2", fields["GURU_FINDING_COUNT"]);
        Assert.Equal("DEADLOCK,STARVATION", fields["GURU_FINDINGS"]);
        Assert.Equal(JournalSink.MessageId, fields["MESSAGE_ID"]);
    }

    [Fact]
    public void Write_ServiceNameWithLineEnd_CannotAddAField()
    {
        new JournalSink(_path).Write(Rendered.Report(service: "evil\nPRIORITY=0"));

        var fields = Receive();
        Assert.Equal("5", fields["PRIORITY"]);
        Assert.Equal("evil PRIORITY=0", fields["GURU_SERVICE"]);
    }

    [Fact]
    public void Write_JournalThatReadsNothing_GivesUpInTime()
    {
        var sink = new JournalSink(_path);
        var watch = Stopwatch.StartNew();

        var exception = Assert.Throws<SinkException>(() =>
        {
            for (var report = 0; report < 10_000; report++)
            {
                sink.Write(Rendered.Report(limitMilliseconds: 200));
            }
        });

        Assert.Contains("stopped or overloaded", exception.Message, StringComparison.Ordinal);
        Assert.InRange(watch.ElapsedMilliseconds, 180, 10_000);
    }

    [Fact]
    public void Write_NoJournal_SaysWhere()
    {
        var exception = Assert.Throws<SinkException>(() => new JournalSink("/nonexistent/socket").Write(Rendered.Report()));

        Assert.Equal("no journal at /nonexistent/socket: No such file or directory", exception.Message);
    }

    public void Dispose()
    {
        _journal.Dispose();
        File.Delete(_path);
    }

    // Understands the protocol as systemd documents it: NAME=value, or NAME, its length in 64 bits, the value.
    private Dictionary<string, string> Receive()
    {
        var buffer = new byte[1 << 20];
        var rest = buffer.AsSpan(0, _journal.Receive(buffer));
        var fields = new Dictionary<string, string>();
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(rest[..end]);
            rest = rest[(end + 1)..];
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                fields.Add(line[..equals], line[(equals + 1)..]);
                continue;
            }

            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(rest);
            fields.Add(line, Encoding.UTF8.GetString(rest.Slice(8, length)));
            rest = rest[(8 + length + 1)..];
        }

        return fields;
    }
}
