namespace Purbalingga.Tables;

/// <summary>What stands in the header of a written table.</summary>
public enum HeaderText
{
    /// <summary>Labels as in the original, made unique with <c>(2)</c>.</summary>
    Label,

    /// <summary>Clean names for programs.</summary>
    Name,
}
