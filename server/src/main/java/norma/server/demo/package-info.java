/**
 * The generated demo company: the export of a CRM that never existed, with problems planted in it on purpose.
 *
 * <p>One class per theme turns a seed, a date and a working calendar into rows; only {@link norma.server.demo.DemoCompany}
 * touches a folder. Whatever is generated must be the same bytes on every machine: no clock, no locale, no hash order.
 * What is planted is named in {@link norma.server.demo.DealPart}, {@link norma.server.demo.ClientPart} and
 * {@link norma.server.demo.StaffPart}; no rule of the engine is used to plant it.
 */
@NullMarked
package norma.server.demo;

import org.jspecify.annotations.NullMarked;
