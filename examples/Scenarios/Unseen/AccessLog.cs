using System.IO.Pipes;

namespace Scenarios.Unseen;

/// <summary>Writes its log to a pipe whose reader hangs: one writer fills the pipe, all others wait behind it.</summary>
internal sealed class AccessLog : BackgroundService
{
    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.Out);
    private readonly TextWriter _log;

    public AccessLog() => _log = TextWriter.Synchronized(new StreamWriter(_pipe) { AutoFlush = true });

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lines = 0L;
        new Crew().Start(24, "http", number =>
        {
            while (true)
            {
                WriteEntry($"GET /orders/{number} 200");
                Interlocked.Increment(ref lines);
            }
        });
        var seen = -1L;
        Ready.When(() => Interlocked.Exchange(ref seen, Interlocked.Read(ref lines)) == Interlocked.Read(ref lines) && seen > 0);
        return Task.CompletedTask;
    }

    private void WriteEntry(string line) => _log.WriteLine(line);
}
