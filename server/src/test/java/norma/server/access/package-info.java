/** What attackers try, over real HTTP, and that it does not work. */
package norma.server.access;
