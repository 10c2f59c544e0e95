namespace Purbalingga.Tables.Reading;

/// <summary>Turns damage met in a sheet into an error that names its place.</summary>
internal static class SheetDamage
{
    /// <param name="sheet">The sheet being read.</param>
    /// <param name="row">Number of the row read last; 0 before the first.</param>
    /// <param name="step">What may meet damage.</param>
    public static T At<T>(TableSheet sheet, int row, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (OfficePackage.IsDamage(error))
        {
            throw Damaged(sheet, row, error);
        }
    }

    public static async Task<T> At<T>(TableSheet sheet, int row, Func<Task<T>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception error) when (OfficePackage.IsDamage(error))
        {
            throw Damaged(sheet, row, error);
        }
    }

    private static TableReadException Damaged(TableSheet sheet, int row, Exception error)
    {
        var message = OfficePackage.Describe(error);
        return new TableReadException(message == TableMessages.BrokenWorkbook ? TableMessages.BrokenSheet(sheet.Name, row + 1) : message, error)
        {
            Sheet = sheet.Name,
            Row = row + 1,
        };
    }
}
