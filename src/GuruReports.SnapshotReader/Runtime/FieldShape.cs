namespace GuruReports.SnapshotReader.Runtime;

/// <summary>What a field holds, as far as reading it goes.</summary>
internal enum FieldShape
{
    /// <summary>A reference to an object.</summary>
    Reference,

    /// <summary>A number or truth value of one byte.</summary>
    Bits8,

    /// <summary>A number of two bytes.</summary>
    Bits16,

    /// <summary>A number of four bytes.</summary>
    Bits32,

    /// <summary>A number of eight bytes.</summary>
    Bits64,

    /// <summary>A pointer or a number as wide as one.</summary>
    Native,

    /// <summary>A value of another type.</summary>
    Struct,

    /// <summary>A value of a type parameter.</summary>
    Parameter,
}
