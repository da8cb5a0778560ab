using System.Globalization;

namespace GuruReports.Inspection.Processes;

/// <summary>
/// Names users by <c>/etc/passwd</c> alone: asking the system's name service may go over the network and hang.
/// </summary>
internal sealed class UserNames
{
    private readonly Dictionary<int, string> _names = [];

    public UserNames(SystemFiles files)
    {
        foreach (var line in (files.ReadText("/etc/passwd", 1 << 20) ?? "").Split('\n'))
        {
            var fields = line.Split(':');
            if (fields.Length > 2 && int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                _names.TryAdd(id, fields[0]);
            }
        }
    }

    /// <summary>Returns a user's name, or the number as text.</summary>
    public string NameOf(int id) => _names.TryGetValue(id, out var name) ? name : id.ToString(CultureInfo.InvariantCulture);
}
