using System.Globalization;
using GuruReports.Inspection.Processes;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>Says of open files how they are open (proc_pid_fdinfo(5)); of so many at most.</summary>
internal sealed class OpenFiles(SystemFiles files)
{
    private const int Most = 500;
    private const int WaysToOpen = 3;
    private int _asked;

    /// <summary>Returns whether a descriptor is open for writing; false where that is not told, or too many were asked for.</summary>
    public bool IsWritten(int descriptor)
    {
        if (_asked++ >= Most)
        {
            return false;
        }

        // flags: 0100002, in octal; the lowest digit is how it may be used: 1 writing, 2 both.
        var flags = new KeyedLines(files.Read(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fdinfo/{descriptor}"), stackalloc byte[512])).Number("flags");
        return (flags % 10 & WaysToOpen) is 1 or 2;
    }
}
