using System.Diagnostics;

namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Another process that holds a named mutex, or has a file locked.</summary>
internal sealed class MutexHolder : IDisposable
{
    private readonly Process _process;

    public MutexHolder(string name, string verb = "mutex", params ReadOnlySpan<string> under)
    {
        string[] command = [.. under, "dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(ZooProcess.Folder, "GuruReports.ThreadZoo.dll"));
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(name);
        _process = Process.Start(start)!;
        Assert.Equal("held", _process.StandardOutput.ReadLine());
    }

    public int Id => _process.Id;

    public void Release()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
