using System.Globalization;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>Watches for a process by a part of its command line and keeps the largest resident size seen (VmHWM).</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly string _mark;
    private readonly Thread _thread;
    private volatile bool _stop;
    private long _kilobytes;

    public PeakMemory(string mark)
    {
        _mark = mark;
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    public double Megabytes => _kilobytes / 1024.0;

    public void Dispose()
    {
        _stop = true;
        _thread.Join();
    }

    private void Watch()
    {
        while (!_stop)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (char.IsAsciiDigit(folder[6]) && Read(folder + "/cmdline").Contains(_mark, StringComparison.Ordinal))
                {
                    var line = Read(folder + "/status").Split('\n').FirstOrDefault(text => text.StartsWith("VmHWM", StringComparison.Ordinal));
                    var number = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().ElementAtOrDefault(1);
                    _kilobytes = Math.Max(_kilobytes, long.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : 0);
                }
            }

            Thread.Sleep(20);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
