namespace GuruReports.Inspection.Vocabulary;

/// <summary>
/// Public types of the framework that are known by name, because most services never load their assemblies: asking for such a type
/// loads its assembly, in a report that may have neither a descriptor nor memory left for it.
/// </summary>
internal static class OptionalTypes
{
    /// <summary>What the names of assemblies begin with that a report needs only where the service has brought them. One is for one format, one for other systems than Linux.</summary>
    public static readonly string[] Assemblies =
    [
        "Microsoft.Extensions.Diagnostics.HealthChecks", "System.Data.Common", "System.Diagnostics.Process", "System.Net.Http", "System.Net.Security", "System.Runtime.Numerics",
        "System.Threading.Channels", "System.Xml.ReaderWriter",
    ];

    public const string XmlNode = "System.Xml.XmlNode";

    public const string DataTable = "System.Data.DataTable";

    public const string DataView = "System.Data.DataView";

    /// <summary>Returns whether a value is of a class or derives from it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The class.</param>
    public static bool Derives(object value, string name)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a type is a number of any length, or a complex one.</summary>
    public static bool IsBigNumber(Type type) => type is { Namespace: "System.Numerics", Name: "BigInteger" or "Complex" };

    /// <summary>Returns whether a type is the reading end of a channel.</summary>
    public static bool IsChannelReader(Type type) => type is { IsGenericType: true, Namespace: "System.Threading.Channels", Name: "ChannelReader`1" };
}
